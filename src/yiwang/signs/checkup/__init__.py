"""City check-up 城市体检报告: what got better or worse at a place in a day, a week or a month, why, and what to do."""
