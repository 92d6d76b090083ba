-- Alarms.
SELECT 1;
