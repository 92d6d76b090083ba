import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";

interface PageOf<Row> {
  items: Row[];
  next: string | null;
}

/** A list that is read page by page with the server's cursors. */
export function listQuery<Row>(queryKey: readonly unknown[], read: (cursor: { cursor?: string }) => Promise<PageOf<Row>>) {
  return infiniteQueryOptions({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => read(pageParam === undefined ? {} : { cursor: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
