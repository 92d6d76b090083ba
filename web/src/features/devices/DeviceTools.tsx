import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, InputNumber, Popconfirm, Select } from "antd";
import { useState } from "react";
import { organisationsQuery } from "@/features/access/accounts";
import { useMay } from "@/features/access/session";
import { InspectDialog } from "@/features/devices/InspectDialog";
import { changeDevice, setState, type DeviceAsk } from "@/features/devices/queries";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { explain } from "@/shared/parts/States";

type Device = components["schemas"]["DeviceOut"];
type State = components["schemas"]["DeviceStateAsk"]["state"];
const STATES = ["in_service", "fault", "maintenance"] as const satisfies readonly State[];

/** What may be done with a device: inspected, put into another state, changed, retired. */
export function DeviceTools({ device }: { device: Device }) {
  const { t, code } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const writes = useMay("devices.write");
  const inspects = useMay("devices.inspect");
  const [open, setOpen] = useState<"inspect" | "edit" | null>(null);
  const change = useMutation({
    mutationFn: (state: State) => setState(device.id, state),
    onSuccess: () => message.success(t("devices.stateSet")),
    onError: (error) => message.error(explain(error, t)),
    onSettled: () => cache.invalidateQueries({ queryKey: ["devices"] }),
  });
  return (
    <>
      {inspects && <Button size="small" onClick={() => setOpen("inspect")}>{t("rounds.inspect")}</Button>}{" "}
      {writes && device.state !== "retired" && (
        <>
          <Button size="small" onClick={() => setOpen("edit")}>{t("devices.edit")}</Button>{" "}
          <Select<State> size="small" aria-label={t("devices.setState")} value={device.state as State} loading={change.isPending} onChange={(state) => change.mutate(state)} options={STATES.map((value) => ({ value, label: code("device_state", value) }))} />{" "}
          <Popconfirm title={t("proposals.retireHint")} okText={code("proposal_do", "retire")} cancelText={t("form.cancel")} onConfirm={() => change.mutate("retired")}>
            <Button size="small" danger>{code("proposal_do", "retire")}</Button>
          </Popconfirm>
        </>
      )}
      {open === "inspect" && <InspectDialog deviceId={device.id} name={device.name || device.code} onClose={() => setOpen(null)} />}
      {open === "edit" && <EditDialog device={device} onClose={() => setOpen(null)} />}
    </>
  );
}

type Asked = Pick<Device, "name" | "maker" | "model" | "serial" | "address" | "floor" | "lon" | "lat" | "contract" | "organisation_id" | "maintainer_id" | "installed_on">;

function EditDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const [words, setWords] = useState("");
  const units = (useQuery(organisationsQuery(words)).data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
  const { name, maker, model, serial, address, floor, lon, lat, contract, organisation_id, maintainer_id, installed_on } = device;
  const initial: Asked = { name, maker, model, serial, address, floor, lon, lat, contract, organisation_id, maintainer_id, installed_on };
  const send = async (asked: Asked): Promise<void> => {
    const moved = asked.lon !== lon || asked.lat !== lat || asked.address !== address;
    const whole: DeviceAsk = {
      ...asked,
      installed_on: asked.installed_on === "" ? null : asked.installed_on,
      code: device.code,
      class_code: device.class_code,
      datum: "CGCS2000",
      jurisdiction_id: moved ? null : device.jurisdiction_id,
      photo_id: device.photo_id,
      keys: device.keys,
    };
    await changeDevice(device.id, whole);
    await cache.invalidateQueries({ queryKey: ["devices"] });
  };
  const unit = { showSearch: { filterOption: false, onSearch: setWords }, allowClear: true, options: units } as const;
  return (
    <AskDialog<Asked> title={`${t("devices.edit")} · ${device.code}`} ok={t("rounds.save")} width={560} initial={initial} send={send} onClose={onClose}>
      <Form.Item name="name" label={t("devices.name")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="address" label={t("case.place")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="floor" label={t("devices.floor")}><Input maxLength={40} /></Form.Item>
      <Form.Item name="lon" label={t("devices.lon")}><InputNumber min={-180} max={180} style={{ width: "100%" }} /></Form.Item>
      <Form.Item name="lat" label={t("devices.lat")}><InputNumber min={-90} max={90} style={{ width: "100%" }} /></Form.Item>
      <Form.Item name="organisation_id" label={t("devices.owner")}><Select {...unit} /></Form.Item>
      <Form.Item name="maintainer_id" label={t("devices.maintainer")}><Select {...unit} /></Form.Item>
      <Form.Item name="maker" label={t("devices.makerOnly")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="model" label={t("devices.model")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="serial" label={t("devices.serial")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="contract" label={t("devices.contract")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="installed_on" label={t("devices.installed")}><Input type="date" /></Form.Item>
    </AskDialog>
  );
}
