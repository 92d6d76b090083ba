"""Short forecasts of the signs of the district and its streets, shown where they beat the seasonal-naive one."""
