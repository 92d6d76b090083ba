type Pair = readonly [zh: string, en: string];

/** What officers write over and over, one click each; the text stays free to change. */
const PHRASES: Partial<Record<string, readonly Pair[]>> = {
  confirm: [
    ["现场属实，符合立案条件。", "Seen on the spot; the filing condition is met."],
    ["现场未发现所反映的问题。", "Nothing of the kind was found on the spot."],
  ],
  dispatch: [
    ["按责任清单派遣。", "By the responsibility list."],
    ["需多部门协同处置。", "Several units are needed."],
  ],
  redispatch: [
    ["原单位职责不符，改派。", "Not the first unit's duty."],
    ["原单位逾期未签收，改派。", "The first unit did not receive it in time."],
  ],
  return: [
    ["不属本单位职责。", "Not our duty."],
    ["不属本辖区。", "Not in our area."],
    ["位置描述不清，无法到达现场。", "The place is unclear; we cannot find it."],
    ["与在办案件重复。", "A duplicate of an open case."],
  ],
  handle: [
    ["已到场处置完毕，现场恢复正常。", "Handled on the spot; all is normal again."],
    ["已清理完毕。", "Cleared."],
    ["已修复并设置警示。", "Repaired, with a warning sign."],
  ],
  check: [
    ["现场核查，问题已解决。", "Checked on the spot: solved."],
    ["问题仍然存在，请返工。", "Still there: please rework."],
  ],
  close: [["处置结果符合结案条件。", "The closing condition is met."]],
  void: [
    ["重复登记。", "Entered twice."],
    ["测试数据。", "A test entry."],
  ],
};

export function phrasesFor(verb: string, language: "zh" | "en"): string[] {
  return (PHRASES[verb] ?? []).map((pair) => pair[language === "zh" ? 0 : 1]);
}
