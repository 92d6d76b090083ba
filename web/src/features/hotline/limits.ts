import type { OrderRow } from "@/features/hotline/queries";

export type OrderStep = "contact" | "answer" | "return" | "extend";

export interface Rights {
  contact: boolean;
  answer: boolean;
  give: boolean;
  rule: boolean;
}

const RETURNABLE = new Set(["to_confirm", "to_dispatch", "to_receive", "handling"]);
const OVER = new Set(["closed", "void", "rejected"]);

/** Whether sending an order back needs a ruling: it is late for that, or was returned before. */
export function needsRuling(order: Pick<OrderRow, "returns" | "return_due_at">, now: Date): boolean {
  return order.returns > 0 || new Date(order.return_due_at) < now;
}

/** The steps on an order that are left, in the order of the procedure; the server has the last word. */
export function stepsOf(order: OrderRow, rights: Rights, now: Date): OrderStep[] {
  if (order.state === "returned") return [];
  const open = !OVER.has(order.case_state);
  const returnable = open && RETURNABLE.has(order.case_state) && order.answered_at === null;
  const steps: [OrderStep, boolean][] = [
    ["contact", rights.contact && order.contact !== "reached"],
    ["answer", rights.answer && order.answered_at === null],
    ["extend", rights.rule && open && order.extended_at === null && new Date(order.due_at) >= now],
    ["return", rights.give && returnable && (rights.rule || !needsRuling(order, now))],
  ];
  return steps.filter(([, can]) => can).map(([step]) => step);
}
