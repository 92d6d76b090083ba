-- Sensing doors.
SELECT 1;
