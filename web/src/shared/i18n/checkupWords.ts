/** Words of the city check-ups. */
export const checkupWords = {
  "nav.checkup": ["体检报告", "Check-ups"],
  "checkup.title": ["城市体检报告", "City check-ups"],
  "checkup.list": ["已有报告", "Reports there are"],
  "checkup.period": ["周期", "Period"],
  "checkup.place": ["辖区", "Place"],
  "checkup.make": ["立即生成", "Make now"],
  "checkup.more": ["更早", "Earlier"],
  "checkup.none": ["还没有报告", "No report yet"],
  "checkup.noneHint": ["日报、周报、月报在周期结束后自动生成，也可以立即生成。", "Reports are made when a day, week or month is over; or make one now."],
  "checkup.loading": ["正在打开报告", "Opening the report"],
  "checkup.print": ["打印", "Print"],
  "checkup.pulse": ["城市脉搏", "Pulse"],
  "checkup.dimensions": ["平安 绿色 活力 健康", "Safety, green, vitality, health"],
  "checkup.worse": ["转差的体征与建议", "What got worse, and what to do"],
  "checkup.red": ["处于红色的体征", "What stands at red"],
  "checkup.better": ["好转的体征", "What got better"],
  "checkup.ranks": ["下级区域的脉搏", "Pulse of the places below"],
  "checkup.tick": ["竖线为上期。", "The tick is the span before."],
  "checkup.late": ["没有数据的体征", "Signs without data"],
  "checkup.noWorse": ["本期没有转差的体征。", "Nothing got worse."],
  "checkup.noRed": ["本期没有处于红色的体征。", "Nothing stands at red."],
  "checkup.noBetter": ["本期没有好转的体征。", "Nothing got better."],
  "checkup.todo": ["建议：{{text}}", "To do: {{text}}"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export const checkupCodes = {
  checkup_period: { day: ["日报", "Daily"], week: ["周报", "Weekly"], month: ["月报", "Monthly"] },
} as const;
