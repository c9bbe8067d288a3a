-- A migration reads and changes the rows of everybody: without this the second wall would show it none, in silence. It ends with its transaction.
select set_config('sceau.house', 'on', true);
