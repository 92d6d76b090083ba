-- Desk.
SELECT 1;
