import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { makePasskey } from "@/features/access/passkeys";
import { api, body, done } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";

export const securityQuery = queryOptions({ queryKey: ["security"], queryFn: () => body(api.GET("/api/session/security")) });

export const factors = {
  startPhone: () => body(api.POST("/api/session/totp")),
  confirmPhone: (code: string) => body(api.POST("/api/session/totp/confirm", { body: { code } })),
  removePhone: () => done(api.DELETE("/api/session/totp")),
  renewCodes: () => body(api.POST("/api/session/recovery-codes")),
  addPasskey: async (label: string) => {
    const { options } = await body(api.POST("/api/session/passkeys/options"));
    const credential = await makePasskey(options);
    return body(api.POST("/api/session/passkeys", { body: { credential, label } }));
  },
  removePasskey: (id: string) => done(api.DELETE("/api/session/passkeys/{passkey_id}", { params: { path: { passkey_id: id } } })),
  prove: (proof: { password?: string; code?: string }) => done(api.POST("/api/session/prove", { body: proof })),
};

/** Something that asks for a fresh proof: where the server wants one, it waits for it and is done then. */
export function useProven() {
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  return {
    waiting,
    ask: (retry: () => void) => setWaiting(() => retry),
    proven: () => {
      waiting?.();
      setWaiting(null);
    },
    cancel: () => setWaiting(null),
  };
}

export type Proving = ReturnType<typeof useProven>;

/** A change of one's own factors; the list is read again, and a missing proof is asked for. */
export function useFactor<Asked, Got>(change: (asked: Asked) => Promise<Got>, proving: Proving) {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: securityQuery.queryKey }),
  });
  const run = (asked: Asked, onSuccess?: (got: Got) => void): void =>
    mutation.mutate(asked, {
      onSuccess: (got) => onSuccess?.(got),
      onError: (error) => {
        if (error instanceof Problem && error.code === "prove_again") proving.ask(() => run(asked, onSuccess));
      },
    });
  const error = mutation.error instanceof Problem && mutation.error.code === "prove_again" ? null : mutation.error;
  return { run, error, busy: mutation.isPending, reset: mutation.reset };
}
