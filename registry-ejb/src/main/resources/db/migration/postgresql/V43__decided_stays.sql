-- What was decided stays as it was decided, whoever asks.
create trigger proposal_decided before update on proposal
    for each row when (old.state <> 'OPEN') execute function refuse_rewriting();
