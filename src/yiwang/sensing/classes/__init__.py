"""Classes of devices: what each measures, how often, when it is silent, what its alarms are."""
