/** The customers of the demo. All invented; the numbers are of the range kept free for fiction. */

const row = (name, phone, address, since, last, member) => ({ name, phone, address, since, last, member });

export const CUSTOMERS = [
  row('Maria Alvarez', '+15125550142', '1807 Juniper Ln, Austin', 2019, 'Water heater', true),
  row('Robert Chen', '+15125550117', '42 Barton Hills Dr, Austin', 2021, 'Drain cleaning', false),
  row('Aisha Johnson', '+15125550163', '9310 Quail Meadow Ct, Round Rock', 2020, 'Furnace tune-up', true),
  row('Walter Lindqvist', '+15125550128', '615 W Annie St, Austin', 2016, 'Boiler repair', true),
  row('Grace Kim', '+15125550155', '2204 Parkfield Cir, Austin', 2023, 'Leak repair', false),
  row('Darnell Hughes', '+15125550139', '78 Cypress Bend, Cedar Park', 2022, 'Fixture repair', false),
  row('Sofia Petrova', '+15125550171', '5401 Shoalwood Ave, Austin', 2018, 'Leak repair', true),
  row(
    'Ben & Laura Whitfield',
    '+15125550184',
    '1120 Old Settlers Blvd, Round Rock',
    2017,
    'Estimate visit',
    true,
  ),
  row('Nadia Haddad', '+15125550196', '3308 Govalle Ave, Austin', 2024, 'Drain cleaning', false),
  row('Peter Van Houten', '+15125550108', '16 Lakeway Plaza, Lakeway', 2015, 'Boiler repair', true),
  row('Jasmine Brooks', '+15125550151', '7702 Scenic Brook Dr, Austin', 2025, 'Furnace tune-up', false),
  row(
    'Oakwood Dental Group',
    '+15125550133',
    '4000 Medical Pkwy, Suite 210, Austin',
    2019,
    'Leak repair',
    true,
  ),
  row('Eduardo Salinas', '+15125550176', '911 E 51st St, Austin', 2020, 'Water heater', false),
  row('Kathleen O’Rourke', '+15125550122', '230 Rainbow Ridge, Georgetown', 2021, 'Fixture repair', true),
];

/** The customer with this number, or `undefined`. */
export const customerOf = (phone) => CUSTOMERS.find((customer) => customer.phone === phone);
