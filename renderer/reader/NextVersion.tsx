import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useDesk } from '../queries.ts';
import { chosen } from '../register/files.ts';
import { startImport } from '../register/startImport.ts';
import { useWords } from '../useWords.ts';

/** Takes in what came back from the other side as the matter's next version. */
export function NextVersion({ matter }: Readonly<{ matter: string }>): React.JSX.Element {
  const { reader } = useWords();
  const desk = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        title={reader.nextVersionHint}
        onClick={() => picker.current?.click()}
      >
        {reader.nextVersion}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        accept=".docx,.pdf,.txt,.md"
        aria-label={reader.nextVersionHint}
        data-testid="version-picker"
        onChange={({ target }) => {
          const files = chosen(target.files ?? []);
          target.value = '';
          if (files.length > 0) void startImport(desk, files, 'together', { into: matter });
        }}
      />
    </>
  );
}
