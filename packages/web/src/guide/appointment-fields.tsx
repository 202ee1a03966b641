// Appointments that the team states for the guide, beside those that are booked or planned in the record.

import { appointmentKinds } from '@breekpunt/inform';
import type { GuideAppointment } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { newAppointment, orNot, textOf } from './guide-facts.ts';
import { useGuideWords } from './use-guide-words.ts';

interface AppointmentsProps {
  readonly appointments: readonly GuideAppointment[];
  /** A new line begins here: an appointment without a day is none. */
  readonly today: GuideAppointment['on'];
  change(next: readonly GuideAppointment[]): void;
}

export function AppointmentFields({ appointments, today, change }: AppointmentsProps): ReactElement {
  const words = useGuideWords();
  const put = (place: number, part: Partial<GuideAppointment>): void =>
    change(appointments.map((each, index) => (index === place ? { ...each, ...part } : each)));
  return (
    <>
      {appointments.map((appointment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div className="services-line" key={place}>
          <NativeSelect
            label={words('fact.appointment')}
            value={appointment.kind}
            onChange={({ currentTarget: { value } }) =>
              put(place, { kind: value as GuideAppointment['kind'] })
            }
            data={appointmentKinds.map((value) => ({ value, label: words.of('appointment', value) }))}
          />
          <TextInput
            type="date"
            required
            withAsterisk={false}
            label={words('fact.day')}
            value={appointment.on}
            onChange={({ currentTarget: { value } }) => put(place, { on: value as GuideAppointment['on'] })}
          />
          <TextInput
            type="time"
            label={words('fact.hour')}
            value={textOf(appointment.at)}
            onChange={({ currentTarget: { value } }) => put(place, { at: orNot(value.slice(0, 5)) })}
          />
          <TextInput
            label={words('fact.where')}
            value={textOf(appointment.place)}
            onChange={({ currentTarget: { value } }) => put(place, { place: orNot(value) })}
          />
          <Button
            variant="subtle"
            onClick={() => change(appointments.filter((_each, index) => index !== place))}
          >
            {words('fact.removeAppointment')}
          </Button>
        </div>
      ))}
      <p>
        <Button onClick={() => change([...appointments, newAppointment(today)])}>
          {words('fact.addAppointment')}
        </Button>
      </p>
    </>
  );
}
