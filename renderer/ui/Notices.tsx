import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { closeNotice, useUi } from '../store.ts';
import { useLanguage, useWords } from '../useWords.ts';

/** Sentences that stay until they are closed. */
export function Notices(): React.JSX.Element {
  const notices = useUi((ui) => ui.notices);
  const language = useLanguage();
  const words = useWords();
  return (
    <div className="notices" aria-live="assertive">
      {notices.map((notice) => (
        <div
          key={notice.id}
          className={`notice notice-${notice.tone}`}
          role={notice.tone === 'error' ? 'alert' : 'status'}
        >
          <p>{language === 'zh' ? notice.zh : notice.en}</p>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={words.desk.actions.close}
            onClick={() => closeNotice(notice.id)}
          />
        </div>
      ))}
    </div>
  );
}
