import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const FACES = ["index", "m", "c", "wall"];

// The faces are served by the platform itself, so the build goes into the Python package.
export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": here("./src") } },
  worker: { format: "es" },
  // The server puts the nonce of each answer in its place; see serving/headers.py.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: here("../src/yiwang/app/static"),
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 1400,
    // One page for each face; see serving/pages.py.
    rollupOptions: { input: FACES.map((name) => here(`./${name}.html`)) },
  },
  server: { port: 5173, proxy: { "/api": process.env.YIWANG_SERVER ?? "http://127.0.0.1:8000" } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
