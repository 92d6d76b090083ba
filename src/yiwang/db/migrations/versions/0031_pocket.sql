-- Pocket.
SELECT 1;
