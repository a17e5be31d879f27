/** What a form of the account knows of itself; the shape of `FormState` in lib/http. */

export type FormState<R = unknown> =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly result: R }
  | {
      readonly status: "refused";
      readonly code: string;
      readonly fields: readonly string[];
      readonly requestId: string;
      readonly values: Readonly<Record<string, string>>;
    };

export type FormServerAction<R> = (previous: FormState<R>, form: FormData) => Promise<FormState<R>>;

export const idleForm: FormState<never> = { status: "idle" };
