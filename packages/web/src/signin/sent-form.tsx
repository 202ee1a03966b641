// A form that is sent whole: its fields, why it was refused, that it was done, and its one button. All forms before the app,
// and those about an account, are this one.

import { Button, PasswordInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode, Ref } from 'react';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

interface SentFormProps {
  readonly sent: UseMutationResult<unknown, Error, FormData>;
  /** What the button does. */
  readonly button: string;
  /** Said when it was done and the form stays. */
  readonly done?: string;
  /** A refusal that is no mistake of the reader, such as a further question, is not shown as one. */
  readonly asksMore?: boolean;
  readonly ref?: Ref<HTMLFormElement>;
  readonly children: ReactNode;
}

export function SentForm({
  sent,
  button,
  done,
  asksMore = false,
  ref,
  children,
}: SentFormProps): ReactElement {
  const say = useSay();
  return (
    <form
      ref={ref}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sent.mutate(new FormData(event.currentTarget));
      }}
    >
      {children}
      {sent.isError && !asksMore && (
        <p className="error-text" role="alert">
          {failureInWords(sent.error, say)}
        </p>
      )}
      {sent.isSuccess && done !== undefined && <p role="status">{done}</p>}
      <Button type="submit" variant="filled" size="md" aria-busy={sent.isPending}>
        {button}
      </Button>
    </form>
  );
}

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** What a password keeper may do with it. */
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password that can be seen while it is typed, by a button that Tab reaches. */
export function PasswordField(props: PasswordFieldProps): ReactElement {
  const say = useSay();
  return (
    <PasswordInput
      {...props}
      visibilityToggleButtonProps={{ 'aria-label': say('signIn.showPassword'), tabIndex: 0 }}
      required
    />
  );
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '');
}
