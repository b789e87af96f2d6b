// Shows a visit to whoever holds its link. Opening the page changes nothing; cancelling takes a press and a second one,
// saying yes or no to another time one press.
const secret = location.pathname.split('/').pop();
const api = `/api/manage/${encodeURIComponent(secret)}`;
const element = (id) => document.getElementById(id);
const say = (text) => { element('message').textContent = text; };

const stands = {
  REQUESTED: 'You asked for this time. The therapist has not answered yet.',
  PROPOSED: 'The therapist can see you at this time instead. It is held until you answer.',
  CONFIRMED: 'This visit is confirmed.',
  CHECKED_IN: 'You have arrived for this visit.',
  COMPLETED: 'This visit took place.',
  NO_SHOW: 'This visit did not take place.',
  DECLINED: 'The therapist could not take this visit.',
  EXPIRED: 'This request was not answered in time. You are welcome to ask for another one.',
  CANCELLED_BY_CLIENT: 'You cancelled this visit.',
  CANCELLED_BY_THERAPIST: 'The therapist had to cancel this visit.',
};

// As in the messages: "Tue 24 Nov, 10:00 AM Central Time", in the place's zone wherever the reader is.
function timeOf(start, zone) {
  const parts = new Intl.DateTimeFormat('en-US', {
    weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit',
    timeZone: zone, timeZoneName: 'longGeneric',
  }).formatToParts(new Date(start));
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${part('weekday')} ${part('day')} ${part('month')}, `
    + `${part('hour')}:${part('minute')} ${part('dayPeriod')} ${part('timeZoneName')}`;
}

function placeOf(location) {
  const address = location.address;
  return [location.name, address && `${address.street}, ${address.city}, ${address.state} ${address.zip}`]
    .filter(Boolean).join(', ');
}

function wishOf(visit) {
  const then = timeOf(visit.wanted.start, visit.zone);
  return visit.wanted.by === 'CLIENT'
    ? `You asked to move it to ${then}. Until the therapist has answered, it stays.`
    : `The therapist asks to move it to ${then}. Until you have answered, it stays.`;
}

function show(visit) {
  say(stands[visit.status] ?? visit.status);
  element('when').textContent = timeOf(visit.start, visit.zone);
  element('therapist').textContent = visit.therapist.name;
  element('where').textContent = placeOf(visit.location);
  element('wanted').textContent = visit.wanted ? wishOf(visit) : '';
  element('wanted').hidden = !visit.wanted;
  const instead = visit.alternatives ?? [];
  element('alternatives').replaceChildren(...instead.map((alternative) => {
    const item = document.createElement('li');
    item.textContent = timeOf(alternative.start, visit.zone);
    return item;
  }));
  element('instead').hidden = instead.length === 0;
  element('answering').hidden = !visit.change.answerProposal;
  element('late').textContent = `The visit begins soon, so cancelling now is late. ${visit.policy.feeText}`;
  element('late').hidden = !visit.change.cancellingIsLate;
  // Saying no to a proposal ends it too; two ways to do so would only puzzle.
  element('cancelling').hidden = !visit.change.cancel || visit.status === 'PROPOSED';
  element('visit').hidden = false;
}

async function call(path, options) {
  try {
    const answer = await fetch(api + path, options);
    if (answer.ok) {
      show(await answer.json());
    } else if (answer.status === 404) {
      say('There is no visit behind this link, or it was too long ago.');
    } else if (answer.status === 409) {
      // It has changed since it was shown: show it as it stands now.
      await call('', {});
    } else {
      say('That did not work. Please try again in a minute.');
    }
  } catch {
    say('That did not work. Please try again in a minute.');
  }
}

element('calendar').href = `/manage/${encodeURIComponent(secret)}/visit.ics`;
element('accept').addEventListener('click', () => call('/proposal/accept', { method: 'POST' }));
element('decline').addEventListener('click', () => call('/proposal/decline', { method: 'POST' }));
element('cancel').addEventListener('click', () => {
  if (confirm('Cancel this visit?')) {
    call('/cancel', { method: 'POST' });
  }
});
call('', {});
