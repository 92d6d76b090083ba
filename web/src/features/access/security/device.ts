const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/wxwork\/([\d.]+)/i, "WeCom"],
  [/MicroMessenger/i, "WeChat"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** "Chrome · Windows" of what a browser calls itself; as it came when it is none we know. */
export function deviceOf(agent: string | null): string {
  if (agent === null) return "—";
  const [browser, system] = [BROWSERS, SYSTEMS].map((table) => table.find(([sign]) => sign.test(agent))?.[1]);
  return [browser, system].filter((part) => part !== undefined).join(" · ") || agent.slice(0, 60);
}
