import { useEffect, useState } from 'preact/hooks';
import { showCompany } from '../../device/company';
import { changeRole, ROLES, type Role, role } from '../../device/role';
import { useWords } from '../../i18n/words';

/** Whether a volunteer sits beside: decides the mode of walks, and whether volunteer's notes show. */
export function RoleChoice({ onChoose }: { onChoose(chosen: Role): void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Role>();
  useEffect(() => setChosen(role.get()), []);
  return (
    <fieldset>
      <legend>{t('staff.role')}</legend>
      {ROLES.map((value) => (
        <label key={value} class="radio">
          <input
            type="radio"
            name="role"
            value={value}
            checked={chosen === value}
            onChange={() => {
              changeRole(value);
              showCompany();
              setChosen(value);
              onChoose(value);
            }}
          />
          <span>{t(`staff.role.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
