-- Alarm handling.
SELECT 1;
