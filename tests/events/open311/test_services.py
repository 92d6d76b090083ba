"""GeoReport v2: services, their definition, discovery."""

import pytest
from tests.app.visitors import Site
from tests.events.open311 import schemas
from tests.events.open311.talking import LITTER, V2, document, fields_of, fits

pytestmark = pytest.mark.anyio


async def test_the_matters_in_force_are_the_services_for_everyone(site: Site) -> None:
    found = fits(schemas.SERVICES, await site.stranger.get(f"{V2}/services.json"))
    assert len(found) == 250
    litter = next(each for each in found if each["service_code"] == LITTER)
    assert (litter["service_name"], litter["type"], litter["metadata"]) == ("积存垃圾渣土", "realtime", True)
    assert litter["group"]
    xml = document(await site.stranger.get(f"{V2}/services.xml"), "services")
    assert {child.tag for child in xml} == {"service"}
    told = [fields_of(child) for child in xml]
    assert [each["service_code"] for each in told] == [each["service_code"] for each in found]
    assert told[0]["metadata"] == "true"
    assert list(told[0]) == list(found[0])


async def test_a_service_is_defined_in_both_forms(site: Site) -> None:
    found = fits(schemas.DEFINITION, await site.stranger.get(f"{V2}/services/{LITTER}.json"))
    assert [each["order"] for each in found["attributes"]] == [1, 2, 3, 4]
    xml = document(await site.stranger.get(f"{V2}/services/{LITTER}.xml"), "service_definition")
    assert xml.findtext("service_code") == LITTER
    codes = [each.findtext("code") for each in xml.findall("attributes/attribute")]
    assert codes == [each["code"] for each in found["attributes"]]
    keys = [each.text for each in xml.findall("attributes/attribute/values/value/key")]
    assert keys == ["yes", "no", "yes", "no"]


async def test_discovery_names_the_endpoint_in_both_forms(site: Site) -> None:
    (endpoint,) = (await site.stranger.get(f"{V2}/discovery.json")).json()["endpoints"]
    assert endpoint["specification"].endswith("_v2")
    assert endpoint["url"] == "http://yiwang.test/open311/v2"
    xml = document(await site.stranger.get(f"{V2}/discovery.xml"), "discovery")
    assert [each.text for each in xml.findall("endpoints/endpoint/formats/format")] == ["text/xml", "application/json"]


@pytest.mark.parametrize("path", ["services.json", "services/06011.json"])
async def test_a_jurisdiction_that_is_not_there_is_said_to_be_not_found(site: Site, path: str) -> None:
    for code in ("999999", "city.gov", "1", "31010", "٣١٠١٠٧"):
        (error,) = fits(schemas.ERRORS, await site.stranger.get(f"{V2}/{path}?jurisdiction_id={code}"), 404)
        assert (error["code"], "jurisdiction_id" in error["description"]) == (404, True)
    for code in ("310107", "310107000000", "310107005000", ""):
        assert (await site.stranger.get(f"{V2}/{path}?jurisdiction_id={code}")).status_code == 200, code


async def test_what_is_not_there_is_an_error_in_the_form_asked_for(site: Site) -> None:
    (error,) = fits(schemas.ERRORS, await site.stranger.get(f"{V2}/services/99999.json"), 404)
    assert "service_code" in error["description"]
    xml = document(await site.stranger.get(f"{V2}/services/99999.xml"), "errors", 404)
    assert fields_of(xml[0])["code"] == "404"
    for path in ("services.yaml", "services", "nothing.json", "", "services/06011.csv"):
        fits(schemas.ERRORS, await site.stranger.get(f"{V2}/{path}"), 404)
