import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { asScreen } from "@/features/wall/screen";
import { api } from "@/shared/api/client";
import { statusOf } from "@/shared/api/problem";
import { dark, paint } from "@/shared/design/tokens";
import "@/shared/design/global.css";
import { startLanguage } from "@/shared/i18n";
import { Wall } from "@/shells/wall/Wall";

paint(document.documentElement, dark);
startLanguage();
api.use(asScreen);

const cache = new QueryClient({
  // Nobody is there to press a button: what failed is asked again at the next look.
  defaultOptions: { queries: { staleTime: 1_000, retry: (failures, error) => failures < 2 && statusOf(error) === 0, networkMode: "always" } },
});

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <Wall />
    </QueryClientProvider>
  </StrictMode>,
);
