/** Codes of the desk's parts, with their Chinese and English labels. */
export const partCodes = {
  expedite: { prompt: ["提示", "Prompt"], supervise: ["督办", "Supervise"] },
  contact_way: { phone: ["电话", "Telephone"], visit: ["上门", "In person"], message: ["短信", "Message"], online: ["网络", "Online"] },
  spoke_with: { reporter: ["反映人本人", "The reporter"], family: ["家属", "Family"], other: ["其他人", "Somebody else"] },
  return_reason: {
    not_ours: ["非本区职责", "Not this district's"],
    elsewhere: ["地点不在本区", "Not in this district"],
    repeat: ["重复工单", "Sent twice"],
    incomplete: ["信息不全", "Not enough to go on"],
    other: ["其他", "Other"],
  },
  resolution: { solved: ["实际解决", "Solved"], explained: ["解释说明", "Explained"], unsolved: ["未解决", "Not solved"] },
  swap_state: { asked: ["待答复", "Waits"], agreed: ["已同意", "Agreed"], declined: ["已谢绝", "Declined"], withdrawn: ["已撤回", "Withdrawn"] },
  proposal_kind: { suggestion: ["建议", "Suggestion"], need: ["需求", "Need"] },
  proposal_state: { waiting: ["待处理", "Waiting"], open: ["征集中", "Open"], answered: ["已答复", "Answered"], declined: ["未采纳", "Declined"] },
  letter: { "case.hand": ["移交", "the case"], "case.mirror": ["进展", "what happened"], "case.recall": ["收回", "the recall"], "case.photo": ["照片", "a photo"], "case.note": ["附言", "a note"] },
  limit_group: { cases: ["案件", "Cases"], orders: ["指令与预警", "Orders and warnings"], duty: ["值守", "Duty"] },
} as const;
