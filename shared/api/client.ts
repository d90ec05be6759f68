/** A typed client over any transport: IPC in the window, HTTP in the browser, a direct call in tests. */
import type { CommandName, Input, Notification, Output } from './contract.ts';
import type { ApiError } from './errors.ts';

export type Reply = Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; error: ApiError }>;

export type Transport = Readonly<{
  send: (command: CommandName, input: unknown) => Promise<Reply>;
  subscribe: (listener: (notification: Notification) => void) => () => void;
}>;

export type Client = Readonly<{
  call: <N extends CommandName>(command: N, input: Input<N>) => Promise<Output<N>>;
  subscribe: Transport['subscribe'];
}>;

/** What `call` rejects with: the host's error as it came. */
export class CommandError extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'CommandError';
    this.error = error;
  }
}

export function client(transport: Transport): Client {
  return {
    call: async <N extends CommandName>(command: N, input: Input<N>) => {
      const reply = await transport.send(command, input);
      if (!reply.ok) throw new CommandError(reply.error);
      return reply.value as Output<N>;
    },
    subscribe: transport.subscribe,
  };
}
