/** The words of the Business trip, by language. */
export interface BusinessTripTexts {
  readonly title: string;
  readonly parts: { readonly traveller: string; readonly assistant: string; readonly approver: string };
  readonly meeting: string;
  readonly steps: Readonly<Record<BusinessTripStep, StepTexts>>;
}

export type BusinessTripStep =
  | 'confirm'
  | 'flights'
  | 'budget'
  | 'hotel'
  | 'checkIn'
  | 'transfer'
  | 'dinner'
  | 'invites'
  | 'pack'
  | 'expenses';

export interface StepTexts {
  readonly title: string;
  readonly instructions?: string;
  readonly checklist?: readonly string[];
}

export const businessTripTexts: { readonly en: BusinessTripTexts } = {
  en: {
    title: 'Business trip',
    parts: {
      traveller: 'Who travels',
      assistant: 'Who books',
      approver: 'Who approves the budget',
    },
    meeting: 'Meeting',
    steps: {
      confirm: {
        title: 'Confirm meeting times',
        instructions:
          'Get a yes from everybody who has to be there, in their time zone. Write the times in a note.',
        checklist: ['Start and end', 'Address', 'Who comes'],
      },
      flights: {
        title: 'Book flights',
        instructions:
          'Land at least three hours before the meeting. Note the flight number and the booking code.',
        checklist: ['Out', 'Back', 'Seats', 'Booking code in a note'],
      },
      budget: {
        title: 'Approve the budget',
        instructions:
          'Flights, hotel, transfer and dinner together. Nothing that cannot be cancelled is booked before.',
      },
      hotel: {
        title: 'Reserve the hotel',
        instructions: 'Close to the meeting. Note by when it can be cancelled for free.',
        checklist: ['Arrival and departure day', 'Free cancellation until', 'Booking code in a note'],
      },
      checkIn: {
        title: 'Hotel check-in time',
        instructions: 'The hotel tells when the room is ready. No word after two days: call them.',
      },
      transfer: {
        title: 'Airport transfer',
        instructions: 'From landing to the hotel and back. Give the driver the flight number.',
        checklist: ['Way there', 'Way back'],
      },
      dinner: {
        title: 'Board dinner',
        instructions: 'A table near the meeting, half an hour after it ends. Ask about allergies.',
      },
      invites: {
        title: 'Send invites and itinerary',
        instructions: 'One message with everything: times, addresses, codes, phone numbers.',
        checklist: ['Flights', 'Hotel', 'Transfer', 'Meeting', 'Dinner'],
      },
      pack: {
        title: 'Pack',
        checklist: [
          'Passport or identity card',
          'Laptop and charger',
          'Plug adapter',
          'Papers for the meeting',
        ],
      },
      expenses: {
        title: 'Expenses',
        instructions: 'Hand in the receipts while you still know what they were for.',
        checklist: ['Flights', 'Hotel', 'Rides', 'Meals'],
      },
    },
  },
};
