"""Who may use the routes of photos and documents."""

from tests.app.expectations.route import Route, to

ROUTES: dict[str, Route] = {
    # files: without files.read one sees what one uploaded oneself, so a stranger's photo is not found
    "POST /api/files": to("files.write", files={"file": ("x.jpg", b"\xff\xd8\xff")}),
    "GET /api/files/{file_id}": to("signed in"),
    "GET /api/files/{file_id}/thumb": to("signed in"),
}
