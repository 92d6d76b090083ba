import { expect, it } from "vitest";
import { deviceOf } from "@/features/access/security/device";

it("names the browser and the system", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
  expect(deviceOf(windows)).toBe("Chrome · Windows");
  expect(deviceOf(`${windows} Edg/142.0.0.0`)).toBe("Edge · Windows");
  expect(deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 wxwork/4.1.30 MicroMessenger/7.0.1")).toBe("WeCom · iOS");
  expect(deviceOf("curl/8.9.0")).toBe("curl/8.9.0");
  expect(deviceOf(null)).toBe("—");
});
