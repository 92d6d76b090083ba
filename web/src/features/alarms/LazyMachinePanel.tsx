import { lazy, Suspense } from "react";

// Charts are not in the day's first load: they come with the first event of a machine.
const MachinePanel = lazy(async () => ({ default: (await import("@/features/alarms/MachinePanel")).MachinePanel }));

export function LazyMachinePanel(props: { eventId: string; waits: boolean }) {
  return (
    <Suspense fallback={null}>
      <MachinePanel {...props} />
    </Suspense>
  );
}
