"""Which role gives which permission: the one table that the server, the documents and the web read."""

from dataclasses import dataclass

# permission → (Chinese label, English label)
PERMISSIONS: dict[str, tuple[str, str]] = {
    "reports.create": ("提交上报", "Send in reports"),
    "events.read": ("查看事件", "See events"),
    "events.triage": ("事件甄别", "Triage events"),
    "events.merge": ("合并与拆分事件", "Merge and unmerge events"),
    "events.move": ("更正位置", "Put the place of events right"),
    "channels.manage": ("管理接入渠道", "Manage channels and next doors"),
    "cases.read": ("查看案件", "See cases"),
    "cases.claim": ("认领案件", "Claim cases"),
    "cases.confirm": ("核实", "Confirm before filing"),
    "cases.file": ("立案", "File cases"),
    "cases.dispatch": ("派遣", "Dispatch cases"),
    "cases.receive": ("签收", "Receive cases"),
    "cases.return": ("退单", "Return cases"),
    "cases.handle": ("处置反馈", "Handle cases"),
    "cases.check": ("核查", "Check after handling"),
    "cases.close": ("结案", "Close cases"),
    "cases.void": ("作废", "Void cases"),
    "hotline.import": ("导入热线工单", "Take in files of hotline orders"),
    "hotline.contact": ("首次联系", "Make first contact"),
    "hotline.answer": ("答复热线", "Answer hotline orders"),
    "hotline.return": ("退回市级", "Return orders to the city"),
    "hotline.rule": ("裁定与延期", "Rule on returns and extend orders"),
    "cases.hand_over": ("移交其他平台", "Hand cases over to other platforms"),
    "federation.exchange": ("平台间交换", "Exchange as another platform"),
    "federation.manage": ("管理协同平台", "Manage other platforms"),
    "scenarios.manage": ("管理场景", "Manage scenarios"),
    "people.read": ("查看组织与通讯录", "See organisations and the phone book"),
    "people.write": ("维护组织与人员", "Edit organisations and staff"),
    "places.read": ("查看区划与地址", "See jurisdictions and addresses"),
    "places.write": ("维护区划与地址", "Edit jurisdictions and addresses"),
    "places.import": ("导入地理数据", "Import geographic data"),
    "history.import": ("导入历史案件", "Import old cases and events"),
    "rosters.read": ("查看排班", "See rosters"),
    "rosters.write": ("编制排班", "Draft and publish rosters"),
    "duty.attend": ("签到与巡查", "Sign in and out, patrol, swap shifts"),
    "duty.log": ("值班日志与交接班", "Keep the shift log and hand over"),
    "attendance.read": ("查看考勤", "See attendance"),
    "tracks.read": ("查看巡查轨迹", "Look at patrol tracks"),
    "orders.read": ("查看指令", "See orders"),
    "orders.give": ("下达指令", "Give orders"),
    "orders.answer": ("办理指令", "Receive and answer orders"),
    "cases.expedite": ("提示督办", "Expedite cases"),
    "warnings.read": ("查看预警", "See warnings"),
    "warnings.issue": ("发布预警", "Issue and lift warnings"),
    "devices.read": ("查看物联设备与读数", "See devices and their readings"),
    "devices.write": ("维护物联设备", "Edit devices"),
    "devices.manage": ("管理设备类型", "Manage classes of devices"),
    "devices.command": ("下发设备指令", "Send commands to devices"),
    "devices.inspect": ("设备巡检", "Inspect devices"),
    "readings.import": ("补录读数", "Take in files of old readings"),
    "readings.send": ("接入设备读数", "Send readings of devices"),
    "alarms.read": ("查看告警", "See alarms"),
    "alarms.handle": ("处理告警", "Acknowledge, assign and release alarms"),
    "alarms.judge": ("研判告警", "Judge alarms"),
    "alarms.silence": ("屏蔽告警", "Silence alarms, announce maintenance and drills"),
    "alarms.manage": ("管理告警规则", "Manage rules of alarms"),
    "matters.read": ("查看事项目录", "See the catalogue of matters"),
    "matters.write": ("维护事项与责任清单", "Edit matters and responsibilities"),
    "notices.read": ("查看本人通知", "Read one's own notices"),
    "evaluation.read": ("查看评效", "See evaluation"),
    "evaluation.own": ("查看本单位评效", "See one's own unit's figures"),
    "proposals.settle": ("办理居民建议", "Open and answer residents' suggestions"),
    "files.read": ("查看照片与文件", "See photos and files"),
    "files.write": ("上传照片与文件", "Upload photos and files"),
    "personal.reveal": ("查看个人信息原文", "Reveal personal data"),
    "personal.search": ("按号码查找报告人", "Find persons by their number"),
    "personal.confidential": ("查看保密举报人", "See reporters who asked to be hidden"),
    "persons.erase": ("删除个人信息", "Erase persons, two together"),
    "exports.ask": ("申请导出", "Ask for exports"),
    "exports.approve": ("审批导出", "Approve exports of others"),
    "calls.read": ("查看接口调用", "See calls of the API"),
    "accounts.manage": ("管理账号", "Manage accounts"),
    "platform.settings": ("平台设置", "Change platform settings"),
    "grants.manage": ("授权管理", "Manage roles of accounts"),
    "identity.manage": ("管理登录方式", "Manage ways of signing in and second factors"),
    "keys.manage": ("管理应用与密钥", "Manage applications and keys"),
    "audit.read": ("查看审计", "Read the audit trail"),
    "wall.read": ("查看大屏", "See the wall"),
    "screens.manage": ("管理大屏终端", "Manage displays of the wall"),
    "signs.read": ("查看城市体征", "See vital signs"),
    "signs.manage": ("管理城市体征", "Edit thresholds of vital signs"),
    "signs.send": ("报送体征数值", "Send values of vital signs"),
    "checkups.make": ("生成体检报告", "Make city check-ups"),
}


@dataclass(frozen=True)
class Role:
    """A named set of permissions, given to an account for a part of the city by a grant."""

    code: str
    zh: str
    en: str
    permissions: frozenset[str]


def _role(code: str, zh: str, en: str, *permissions: str | frozenset[str]) -> Role:
    held = frozenset().union(*({p} if isinstance(p, str) else p for p in permissions))
    unknown = held - PERMISSIONS.keys()
    if unknown:
        raise ValueError(f"role {code} names unknown permissions: {sorted(unknown)}")
    return Role(code, zh, en, held)


_READ = frozenset(
    {
        "alarms.read",
        "cases.read",
        "devices.read",
        "events.read",
        "files.read",
        "matters.read",
        "notices.read",
        "people.read",
        "places.read",
    }
)
_DUTY = frozenset({"rosters.read", "duty.attend", "duty.log", "orders.read", "orders.answer", "warnings.read"})
_COMMAND = frozenset(
    {"rosters.read", "attendance.read", "orders.read", "orders.give", "cases.expedite", "warnings.read", "wall.read"}
    | {"signs.read"}
)
_DESK = _READ | _DUTY | {"reports.create", "files.write", "cases.claim", "evaluation.own"}
_HOTLINE = frozenset({"hotline.contact", "hotline.answer", "hotline.return"})
_OFFICER = (
    _DESK
    | {"alarms.handle", "alarms.judge"}
    | _HOTLINE
    | {"proposals.settle", "events.triage", "events.merge", "events.move", "cases.confirm", "cases.file", "cases.close"}
)
_DISPATCHER = (
    _DESK | _HOTLINE | {"events.move", "cases.dispatch", "cases.return", "cases.hand_over"} | {"alarms.handle"}
)
_CHECKER = (
    _READ | _DUTY | {"evaluation.own", "files.write", "cases.claim", "cases.confirm", "cases.check"} | {"alarms.judge"}
)
_HANDLER = (
    _DESK
    | {"cases.receive", "cases.return", "cases.handle", "hotline.contact", "devices.inspect"}
    | {"alarms.handle", "alarms.judge", "alarms.silence"}
)

# The three administrators of GB/T 22239 share no permission, and none of them sees a case.
ADMINISTRATORS = frozenset({"system_admin", "security_admin", "audit_admin"})

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        _role(
            "system_admin",
            "系统管理员",
            "System administrator",
            "accounts.manage",
            "people.read",
            "people.write",
            "platform.settings",
            "notices.read",
            "federation.manage",
            "persons.erase",
        ),
        _role(
            "security_admin",
            "安全管理员",
            "Security administrator",
            "grants.manage",
            "identity.manage",
            "keys.manage",
            "scenarios.manage",
            "places.read",
            "exports.approve",
            "calls.read",
            "screens.manage",
        ),
        _role("audit_admin", "审计管理员", "Audit administrator", "audit.read"),
        _role(
            "supervisor",
            "值班长",
            "Shift supervisor",
            _OFFICER | _DISPATCHER | _CHECKER | _HANDLER | _COMMAND,
            *("rosters.write", "tracks.read", "warnings.issue"),
            "cases.void",
            *("devices.command", "devices.inspect", "checkups.make"),
            "hotline.import",
            "hotline.rule",
            "evaluation.read",
            "personal.reveal",
            "personal.search",
            "exports.ask",
        ),
        _role(
            "duty_officer",
            "受理员",
            "Duty officer",
            _OFFICER,
            "alarms.silence",
            *("hotline.import", "personal.reveal", "personal.search", "exports.ask", "wall.read", "signs.read"),
        ),
        _role("dispatcher", "派遣员", "Dispatcher", _DISPATCHER, "personal.reveal"),
        _role("handler", "处置员", "Handler", _HANDLER),
        _role("checker", "核查员", "Checker", _CHECKER),
        _role(
            "leader",
            "领导",
            "Leader",
            _READ | _COMMAND,
            "warnings.issue",
            "evaluation.read",
            "exports.approve",
            "checkups.make",
        ),
        _role(
            "analyst",
            "分析员",
            "Analyst",
            _READ,
            "evaluation.read",
            "exports.ask",
            "wall.read",
            "signs.read",
            "checkups.make",
        ),
        _role(
            "confidential_clerk",
            "保密专员",
            "Confidential clerk",
            _READ,
            *("personal.reveal", "personal.confidential"),
        ),
        _role(
            "data_admin",
            "数据管理员",
            "Data administrator",
            *("places.read", "places.write", "places.import", "people.read", "people.write"),
            *("history.import", "rosters.read", "rosters.write"),
            *("channels.manage", "matters.read", "matters.write", "notices.read", "persons.erase"),
            *("devices.read", "devices.write", "devices.manage", "alarms.read", "alarms.manage"),
            *("devices.command", "devices.inspect", "readings.import"),
            *("signs.read", "signs.manage", "signs.send", "checkups.make"),
        ),
        _role("partner", "协同平台", "Partner platform", "federation.exchange"),
        _role("gateway", "物联接入", "Sensing gateway", "readings.send", "signs.send"),
        # A display nobody is signed in at: it sees the wall's own answers, which name no person, and the map.
        _role("screen", "大屏终端", "Display of the wall", "wall.read", "places.read", "signs.read"),
        _role("intake", "接入应用", "Intake application", "reports.create", "files.write"),
    )
}

HOLDERS: dict[str, frozenset[str]] = {
    permission: frozenset(code for code, role in ROLES.items() if permission in role.permissions)
    for permission in PERMISSIONS
}
