-- Wall.
SELECT 1;
