"""What things of the city are called."""

KIND_NAMES = {"walk_up": "多层住宅", "tower": "高层住宅", "office": "办公楼", "works": "厂房工地", "school": "学校"}
