import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { againQuery, isOut, sessionQuery } from "@/features/access/session";
import { statusOf } from "@/shared/api/problem";
import { paint } from "@/shared/design/tokens";
import "@/shared/design/global.css";
import { startLanguage } from "@/shared/i18n";
import { Dress } from "@/shells/desk/Dress";
import { makeRouter } from "@/shells/desk/router";

paint(document.documentElement);
startLanguage();

/** A session that ended is asked for again over the page: whatever was being typed there stays. */
function signedOut(error: unknown): void {
  const session = cache.getQueryData(sessionQuery.queryKey);
  if (statusOf(error) !== 401 || session == null || cache.getQueryData(againQuery.queryKey) != null) return;
  void isOut().then((out) => out && cache.setQueryData(againQuery.queryKey, session));
}

const cache = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  mutationCache: new MutationCache({ onError: signedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a server that could not be reached is asked again.
      retry: (failures, error) => failures < 2 && statusOf(error) === 0,
    },
  },
});
const router = makeRouter(cache);

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <Dress>
        <RouterProvider router={router} />
      </Dress>
    </QueryClientProvider>
  </StrictMode>,
);
