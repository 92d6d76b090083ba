import type { components } from "@/shared/api/schema";

export type ImportReport = components["schemas"]["DevicesReport"];

const cell = (value: string | number): string => {
  const text = String(value);
  // What a spreadsheet would take for a formula is shown as words.
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** Every problem as a file that a spreadsheet opens. */
export function problemCsv(problems: ImportReport["problems"]): string {
  return [["row", "field", "problem"], ...problems.map((one) => [one.row, one.field, one.detail])].map((line) => line.map(cell).join(",")).join("\r\n");
}

export function problemFile(problems: ImportReport["problems"]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${problemCsv(problems)}`)}`;
}
