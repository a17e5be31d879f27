/** One operation of the API, folded up to its address and what it does. */
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { ApiField, ApiOperation } from "#lib/api/docs/schema.ts";

export interface OperationWords {
  readonly access: Readonly<Record<ApiOperation["access"], string>>;
  readonly permission: string;
  readonly parameters: string;
  readonly body: string;
  readonly file: string;
  readonly answer: string;
  readonly refusals: string;
  readonly example: string;
  readonly required: string;
}

interface OperationProps {
  readonly operation: ApiOperation;
  readonly words: OperationWords;
}

export function Operation({ operation, words }: OperationProps) {
  const { id, method, path, summary, access, permissions, upload } = operation;
  return (
    <details
      className="api-operation group"
      data-search={`${method} ${path} ${summary} ${permissions.join(" ")}`}
    >
      <summary>
        <span className="api-method mono" data-method={method}>
          {method}
        </span>
        <span className="min-w-0 grow">
          <span className="mono block font-medium break-all">{path}</span>
          <span className="block text-muted" lang="en">
            {summary}
          </span>
        </span>
        <ChevronDown
          aria-hidden="true"
          size={18}
          className="mt-0.5 shrink-0 text-muted group-open:rotate-180"
        />
      </summary>
      <div id={id} className="grid gap-4 border-t border-border p-4">
        <p>
          {words.access[access]}
          {permissions.length === 0 ? null : (
            <>
              {" · "}
              {words.permission}{" "}
              {permissions.map((name, index) => (
                <span key={name}>
                  {index > 0 ? ", " : null}
                  <code>{name}</code>
                </span>
              ))}
            </>
          )}
        </p>
        <Fields title={words.parameters} fields={operation.parameters} required={words.required} />
        <Fields title={words.body} fields={operation.body} required={words.required} />
        {upload.length === 0 ? null : (
          <Part title={words.file}>
            <code>{upload.join(", ")}</code>
          </Part>
        )}
        <Fields title={words.answer} fields={operation.answer} required="" />
        <Part title={words.refusals}>
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
            {operation.refusals.flatMap(({ status, codes }) =>
              codes.map(({ code, message }) => (
                <div key={`${status} ${code}`} className="contents">
                  <dt className="mono break-all">
                    {status} {code}
                  </dt>
                  <dd className="text-muted max-sm:mb-2" lang="en">
                    {message}
                  </dd>
                </div>
              )),
            )}
          </dl>
        </Part>
        <Part title={words.example}>
          <pre className="api-example">
            <code>{operation.example}</code>
          </pre>
        </Part>
      </div>
    </details>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium">{title}</h3>
      {children}
    </section>
  );
}

interface FieldsProps {
  readonly title: string;
  readonly fields: readonly ApiField[];
  /** Empty where nothing is asked for. */
  readonly required: string;
}

const indents = ["", "ps-4", "ps-8", "ps-12", "ps-16"];

function Fields({ title, fields, required }: FieldsProps) {
  if (fields.length === 0) return null;
  const keyed = fields.map((field, index) => ({ ...field, key: `${index} ${field.name}` }));
  return (
    <Part title={title}>
      <ul className="grid gap-1.5">
        {keyed.map((field) => (
          <li key={field.key} className={indents[field.depth] ?? "ps-16"}>
            <code className="font-medium">{field.name}</code>{" "}
            <span className="mono text-muted break-all">
              {field.type}
              {field.place === undefined ? null : ` · ${field.place}`}
            </span>
            {field.required && required !== "" ? <span className="text-muted"> · {required}</span> : null}
            {field.description === "" ? null : (
              <span className="block text-muted" lang="en">
                {field.description}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
