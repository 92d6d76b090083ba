import { expect, it } from "vitest";
import { problemCsv, problemFile } from "@/features/devices/importing";

it("writes every problem as a line that a spreadsheet takes for words", () => {
  const problems = [
    { row: 2, field: "code", detail: 'A code is 1 to 80 letters, "quoted"' },
    { row: 3, field: "=cmd", detail: "-1" },
  ];
  expect(problemCsv(problems)).toBe('row,field,problem\r\n2,code,"A code is 1 to 80 letters, ""quoted"""\r\n3,\'=cmd,\'-1');
  expect(decodeURIComponent(problemFile(problems).split(",").slice(1).join(","))).toContain("\uFEFFrow,field");
});
