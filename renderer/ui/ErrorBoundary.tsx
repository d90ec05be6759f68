import { Button } from 'antd';
import { Component } from 'react';
import { words } from '../../shared/words/words.ts';
import { useUi } from '../store.ts';

type Props = Readonly<{ children: React.ReactNode }>;
type State = Readonly<{ fault: string | null }>;

/** A screen that fails says so; the frame and the record stand. Give it a `key` to try afresh. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): React.ReactNode {
    if (this.state.fault === null) return this.props.children;
    const { desk } = words[useUi.getState().language];
    return (
      <div className="empty-state" role="alert">
        <p>{desk.states.screenFault}</p>
        <code>{this.state.fault}</code>
        <Button type="primary" onClick={() => location.reload()}>
          {desk.actions.reload}
        </Button>
      </div>
    );
  }
}
