import { queryOptions } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Verb = components["schemas"]["PhraseAsk"]["verb"];

/** The phrases of the organisations one works for. */
export const phrasesQuery = queryOptions({ queryKey: ["phrases"], queryFn: () => body(api.GET("/api/desk/phrases")), staleTime: 5 * 60_000, retry: false });

export const keepPhrase = (unit: string, verb: string, text: string) => body(api.POST("/api/desk/phrases", { body: { unit, verb: verb as Verb, text } }));

export const dropPhrase = (id: string) => done(api.DELETE("/api/desk/phrases/{phrase_id}", { params: { path: { phrase_id: id } } }));
