"""WeCom's side of web authorization as its documents have it, as a process of its own, for the tests.

`python wecom_server.py PORT`. Documents 91022 (authorize), 91023 (auth/getuserinfo), 91039 (gettoken). A member is
whoever the app says it is: `member` in the query of the authorize address stands for the signed-in app.
"""

import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

CORP, AGENT, SECRET = "ww0123456789abcdef", "1000002", "the secret of the application"
TOKENS: dict[str, bool] = {}  # access token → whether it still counts
CODES: dict[str, dict[str, str]] = {}  # code → who it stands for; each counts once
COUNTS = {"gettoken": 0}


class WeCom(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        steps = {
            "/connect/oauth2/authorize": self._authorize,
            "/cgi-bin/gettoken": self._token,
            "/cgi-bin/auth/getuserinfo": self._member,
            "/cgi-bin/user/getuserinfo": self._older_member,
            "/test/forget-tokens": self._forget,
            "/test/counts": self._counts,
        }
        steps.get(parts.path, self._nothing)(asked)

    def _authorize(self, asked: dict[str, str]) -> None:
        wanted = {"response_type": "code", "scope": "snsapi_base", "appid": CORP}
        state = asked.get("state", "")
        if {name: asked.get(name) for name in wanted} != wanted or not state.isalnum() or len(state) > 128:
            return self._answer({"errcode": 40013, "errmsg": "invalid appid"}, 400)
        code = secrets.token_urlsafe(24)
        CODES[code] = {asked.get("kind", "userid"): asked.get("member", "lisi")}
        self.send_response(302)
        self.send_header("location", f"{asked['redirect_uri']}?code={quote(code)}&state={state}")
        self.end_headers()

    def _token(self, asked: dict[str, str]) -> None:
        COUNTS["gettoken"] += 1
        if (asked.get("corpid"), asked.get("corpsecret")) != (CORP, SECRET):
            return self._answer({"errcode": 40001, "errmsg": "invalid credential"})
        token = secrets.token_urlsafe(48)
        TOKENS[token] = True
        self._answer({"errcode": 0, "errmsg": "ok", "access_token": token, "expires_in": 7200})

    def _member(self, asked: dict[str, str]) -> None:
        if (who := self._who(asked)) is not None:
            self._answer({"errcode": 0, "errmsg": "ok", **who})

    def _older_member(self, asked: dict[str, str]) -> None:
        if (who := self._who(asked)) is not None:
            spelled = {"userid": "UserId", "openid": "OpenId"}
            self._answer({"errcode": 0, "errmsg": "ok", **{spelled[name]: value for name, value in who.items()}})

    def _who(self, asked: dict[str, str]) -> dict[str, str] | None:
        if not TOKENS.get(asked.get("access_token", "")):
            self._answer({"errcode": 42001, "errmsg": "access_token expired"})
            return None
        who = CODES.pop(asked.get("code", ""), None)
        if who is None:
            self._answer({"errcode": 40029, "errmsg": "invalid code"})
        return who

    def _forget(self, asked: dict[str, str]) -> None:
        TOKENS.clear()
        self._answer({"errcode": 0})

    def _counts(self, asked: dict[str, str]) -> None:
        self._answer(COUNTS)

    def _nothing(self, asked: dict[str, str]) -> None:
        self._answer({"errcode": 404}, 404)

    def _answer(self, told: object, status: int = 200) -> None:
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=UTF-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), WeCom)
    print(f"listening on {server.server_port}", flush=True)
    server.serve_forever()
