"""Command, first floor: rosters, attendance and patrols, the shift log and its handover, orders, warnings 指挥值守."""
