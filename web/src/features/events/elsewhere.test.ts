import { expect, test } from "vitest";
import { elsewhere } from "@/features/events/elsewhere";

test("a place with a next door is elsewhere, with the reason; any other is ours", () => {
  const place = { explanation: "点位在静安区内。 不在普陀区内。", next_door: "请向静安区反映，或拨打 12345。" };
  expect(elsewhere(place)).toEqual({ door: place.next_door, why: place.explanation });
  expect(elsewhere({ explanation: "点位在普陀区内。" })).toBeNull();
  expect(elsewhere({ next_door: "" })).toBeNull();
  expect(elsewhere({ next_door: "请拨打事发地 12345。" })).toEqual({ door: "请拨打事发地 12345。", why: "" });
});
