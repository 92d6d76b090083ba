const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in what was typed or pasted: an address of a page will do as well. */
export function idIn(text: string): string | undefined {
  return text
    .split(/[\s/?=&#]+/)
    .find((part) => ID.test(part))
    ?.toLowerCase();
}
