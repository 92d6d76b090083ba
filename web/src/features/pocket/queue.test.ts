import { describe, expect, it } from "vitest";
import { foreseen, outcomeOf, replay, stepsFrom, type Item, type Outcome, type Verb } from "@/features/pocket/queue";

function step(id: number, caseId: string, verb: Verb, refused: string | null = null): Item {
  const work = { kind: "step", caseId, number: caseId, verb, text: null, passed: null } as const;
  return { id, key: `key-of-sixteen-${id}`, madeAt: "2026-11-16T02:00:00Z", work, photos: [], refused };
}

class Phone {
  sent: number[] = [];
  constructor(
    public items: Item[],
    private readonly answer: (item: Item, time: number) => Outcome,
  ) {}

  round(): Promise<Outcome["state"]> {
    return replay(
      this.items,
      (item) => {
        this.sent.push(item.id);
        return Promise.resolve(this.answer(item, this.sent.length));
      },
      {
        remove: (gone) => {
          this.items = this.items.filter((item) => item.id !== gone.id);
          return Promise.resolve();
        },
        update: (changed) => {
          this.items = this.items.map((item) => (item.id === changed.id ? changed : item));
          return Promise.resolve();
        },
      },
    );
  }
}

const done: Outcome = { state: "done" };

describe("what waits on the phone", () => {
  it("goes out in the order it was made, whatever order it is read in", async () => {
    const phone = new Phone([step(3, "b", "receive"), step(1, "a", "receive"), step(2, "a", "handle")], () => done);
    expect(await phone.round()).toBe("done");
    expect(phone.sent).toEqual([1, 2, 3]);
    expect(phone.items).toEqual([]);
  });

  it("stops where the network ends and goes on there", async () => {
    const phone = new Phone([step(1, "a", "receive"), step(2, "a", "handle")], (_, time) => (time === 2 ? { state: "later" } : done));
    expect(await phone.round()).toBe("later");
    expect(phone.items.map((item) => item.id)).toEqual([2]);
    expect(await phone.round()).toBe("done");
    expect(phone.sent).toEqual([1, 2, 2]);
  });

  it("keeps a refusal with its reason, holds back what hangs on it, and sends the rest", async () => {
    const phone = new Phone([step(1, "a", "receive"), step(2, "a", "handle"), step(3, "b", "receive")], (item) =>
      item.id === 1 ? { state: "refused", status: 409, why: "it is with another unit" } : done,
    );
    expect(await phone.round()).toBe("refused");
    expect(phone.sent).toEqual([1, 3]);
    expect(phone.items.map((item) => item.refused)).toEqual(["it is with another unit", null]);
    expect(await phone.round()).toBe("done");
    expect(phone.sent).toEqual([1, 3]);
  });

  it("ends the round when the session is over, and loses nothing", async () => {
    const phone = new Phone([step(1, "a", "receive")], () => ({ state: "signed-out" }));
    expect(await phone.round()).toBe("signed-out");
    expect(phone.items).toHaveLength(1);
  });
});

describe("an answer", () => {
  it("is final only where the platform said no", () => {
    expect(outcomeOf(409, "moved on")).toEqual({ state: "refused", status: 409, why: "moved on" });
    expect(outcomeOf(404, "").state).toBe("refused");
    for (const status of [0, 408, 429, 500, 503]) expect(outcomeOf(status, "").state).toBe("later");
    expect(outcomeOf(401, "").state).toBe("signed-out");
  });
});

describe("a case while steps wait", () => {
  it("is shown as it will be, up to what was refused", () => {
    expect(foreseen("to_receive", "a", [step(1, "a", "receive"), step(2, "b", "return")])).toBe("handling");
    expect(foreseen("to_receive", "a", [step(1, "a", "receive", "no"), step(2, "a", "handle")])).toBe("to_receive");
  });

  it("offers the steps of that state to those who may", () => {
    expect(stepsFrom("to_receive", ["cases.receive", "cases.return"])).toEqual(["receive", "return"]);
    expect(stepsFrom("handling", ["cases.receive"])).toEqual([]);
    expect(stepsFrom("closed", ["cases.handle"])).toEqual([]);
  });
});
