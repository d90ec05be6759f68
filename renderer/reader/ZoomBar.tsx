import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWords } from '../useWords.ts';
import { zoomStep } from './useZoom.ts';
import type { Zoom } from './useZoom.ts';

export function ZoomBar({ zoom, building }: Readonly<{ zoom: Zoom; building: string | null }>): React.JSX.Element {
  const { reader } = useWords();
  return (
    <div className="zoom-bar">
      {building === null ? null : <span role="status">{building}</span>}
      <Button
        size="small"
        type="text"
        icon={<MinusOutlined />}
        aria-label={reader.zoomOut}
        onClick={() => zoom.set(zoomStep(zoom.factor, -1))}
      />
      <button
        type="button"
        className="plain zoom-value"
        aria-pressed={zoom.fits}
        onClick={() => zoom.set('fit')}
        title={reader.zoomFit}
      >
        {reader.zoom(Math.round(zoom.factor * 100))}
      </button>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        aria-label={reader.zoomIn}
        onClick={() => zoom.set(zoomStep(zoom.factor, 1))}
      />
    </div>
  );
}
