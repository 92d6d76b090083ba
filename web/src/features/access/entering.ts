import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { makePasskey, signWithPasskey } from "@/features/access/passkeys";
import { entered } from "@/features/access/session";
import { api, body, done } from "@/shared/api/client";
import type { HalfSession, Session } from "@/shared/api/types";

export const waysQuery = queryOptions({ queryKey: ["sign-in", "ways"], queryFn: () => body(api.GET("/api/sign-in/ways")), staleTime: 60_000 });

/** Whoever is half way in; an error when nobody is. */
export const halfQuery = queryOptions({ queryKey: ["sign-in", "half"], queryFn: () => body(api.GET("/api/sign-in")), retry: false, gcTime: 0 });

export const isHalf = (answer: Session | HalfSession): answer is HalfSession => "step" in answer;

/** Signs in by some way; once it is done the desk knows who is there. */
export function useEntering<Asked>(enter: (asked: Asked) => Promise<Session>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (session) => entered(cache, session),
  });
}

export const enterWithCode = (code: string): Promise<Session> => body(api.POST("/api/sign-in/code", { body: { code } }));

/** By a passkey: the second factor of whoever is half way in, or alone. */
export async function enterWithPasskey(): Promise<Session> {
  const { options } = await body(api.POST("/api/sign-in/passkey/options"));
  const credential = await signWithPasskey(options);
  return body(api.POST("/api/sign-in/passkey", { body: { credential } }));
}

export const giveUp = (): Promise<void> => done(api.DELETE("/api/sign-in"));

export const enrolling = {
  startPhone: () => body(api.POST("/api/sign-in/enrol/totp")),
  confirmPhone: (code: string) => body(api.POST("/api/sign-in/enrol/totp/confirm", { body: { code } })),
  addPasskey: async (label: string) => {
    const { options } = await body(api.POST("/api/sign-in/enrol/passkey"));
    const credential = await makePasskey(options);
    return body(api.POST("/api/sign-in/enrol/passkey/confirm", { body: { credential, label } }));
  },
};

export const choosePassword = (asked: { token: string; password: string }) => body(api.POST("/api/password-link", { body: asked }));
