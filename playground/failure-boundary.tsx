import { Component, type ReactNode } from 'react';
import type { Translate } from './messages/translate.ts';

/** Says that a part of the page has failed, where it would otherwise be gone without a word. What is kept in the tab stays. */
export class FailureBoundary extends Component<
  { translate: Translate; children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { translate: t, children } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <div className="notice error failure" role="alert">
        <p>{t('page.failed')}</p>
        <button type="button" onClick={() => location.reload()}>
          {t('page.reload')}
        </button>
      </div>
    );
  }
}
