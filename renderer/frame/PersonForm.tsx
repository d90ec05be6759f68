import { Form, Input, Modal } from 'antd';
import type { Session } from '../../shared/api/contract.ts';
import { useCommand } from '../queries.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{ session: Session; open: boolean; close: () => void }>;
type Fields = Readonly<{ name: string; office: string; series: string }>;

/** Who signs, and for which office. On first start it cannot be closed without a name. */
export function PersonForm({ session, open, close }: Props): React.JSX.Element {
  const { person, actions } = useWords().desk;
  const [form] = Form.useForm<Fields>();
  const namePerson = useCommand('person.name');
  const setOffice = useCommand('office.set');
  const first = session.person === null;
  const save = async (fields: Fields): Promise<void> => {
    const name = fields.name.trim();
    const office = fields.office.trim();
    const series = fields.series.trim();
    try {
      if (name !== session.person) await namePerson.mutateAsync({ name });
      if (office !== session.office || series !== session.series) await setOffice.mutateAsync({ office, series });
      close();
    } catch {
      // The sentence is already among the notices; the form stays open with what was typed.
    }
  };
  return (
    <Modal
      open={open || first}
      title={first ? person.welcome : person.title}
      width={440}
      closable={!first}
      keyboard={!first}
      mask={{ closable: !first }}
      okText={first ? person.start : actions.save}
      cancelText={actions.cancel}
      cancelButtonProps={{ style: first ? { display: 'none' } : {} }}
      confirmLoading={namePerson.isPending || setOffice.isPending}
      destroyOnHidden
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="lead">{person.lead}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: session.person ?? '', office: session.office, series: session.series }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="name"
          label={person.name}
          rules={[{ required: true, whitespace: true, max: 40, message: person.nameMissing }]}
        >
          <Input autoFocus maxLength={40} placeholder={person.namePlaceholder} onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="office" label={person.office}>
          <Input maxLength={100} placeholder={person.officePlaceholder} onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="series" label={person.series}>
          <Input maxLength={40} placeholder={person.seriesPlaceholder} onPressEnter={() => form.submit()} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
