-- What is promised by signing, and the quiz before it, are kept with each version: until now both were those of the
-- model as it is shipped, which is what stands here.
ALTER TABLE charter.version
    ADD COLUMN statement     text,
    ADD COLUMN quiz          text,
    ADD COLUMN sanctions     boolean   NOT NULL DEFAULT false,
    ADD COLUMN authors       uuid[]    NOT NULL DEFAULT '{}',
    ADD COLUMN remark        text      NOT NULL DEFAULT '',
    ADD COLUMN opinion       text      CHECK (opinion IN ('favourable', 'reserved', 'unfavourable', 'none')),
    ADD COLUMN opinion_on    date,
    ADD COLUMN opinion_text  text      NOT NULL DEFAULT '',
    ADD COLUMN opinion_by    uuid,
    ADD COLUMN approved_by   uuid,
    ADD COLUMN approval      text,
    ADD COLUMN reminders     integer[] NOT NULL DEFAULT '{-14,-7,-1,1,7,14,30}';

UPDATE charter.version SET authors = ARRAY[edited_by], statement = $s$J’ai lu la charte, version {version} du {date}, j’ai répondu au quiz et je m’engage à la respecter. Je sais à qui m’adresser en cas de doute.$s$, quiz = $q$## Un site propose de « discuter avec votre PDF ». Quel est le premier risque ? (article 3)
- Le fichier d’origine sera modifié sur votre poste à votre insu.
- Le PDF peut perdre sa mise en page d’origine.
+ Le fichier part vers un service dont on ignore l’usage.
- Le résumé obtenu sera souvent trop court.
Déposer un fichier, c’est le transmettre à un tiers qui n’offre parfois aucune garantie.

## Quel texte crée le moins de risque dans un compte gratuit personnel ? (article 4)
- Un compte rendu client sans le nom du client.
+ Un communiqué déjà publié par l’entreprise.
- Un extrait de code interne sans commentaires.
- Une réponse d’appel d’offres pas encore déposée.
Seule une information déjà publique ne fuit pas, et retirer un nom ne rend pas un document anodin.

## Vous devez résumer le contrat d’un client. Que vérifier d’abord ? (article 5)
- Que le document compte moins de dix pages.
- Que l’outil est dans sa version la plus récente.
+ Que la mission et la charte permettent cet usage, avec cet outil.
- Que la conversation pourra être effacée ensuite.
Certains clients interdisent l’IA générative par contrat, et seul l’outil autorisé offre les garanties prévues.

## La réponse contient un chiffre et une référence. Que faites-vous ? (article 6)
- Je garde le chiffre s’il paraît plausible.
+ J’ouvre la source et j’y cherche le chiffre.
- Je demande à l’outil s’il est bien sûr de lui.
- J’ajoute « selon l’IA » dans le livrable remis.
Chiffres et références sont les points les plus fragiles, et l’outil peut confirmer sa propre erreur.

## Quelle pratique est interdite au travail, sauf raison médicale ou de sécurité ? (article 10)
- Résumer une réunion enregistrée.
- Traduire un contrat commercial.
+ Déduire les émotions des salariés.
- Proposer un premier jet de courriel.
L’article 5, paragraphe 1, point f, interdit l’inférence des émotions sur le lieu de travail hors ces deux motifs.$q$;

ALTER TABLE charter.version
    ALTER COLUMN statement SET NOT NULL,
    ALTER COLUMN quiz SET NOT NULL,
    DROP CONSTRAINT version_state_check,
    DROP CONSTRAINT version_check,
    ADD CONSTRAINT version_state_check CHECK (state IN
        ('draft', 'in_review', 'staff_opinion', 'approved', 'published', 'replaced', 'withdrawn')),
    ADD CONSTRAINT version_numbered CHECK (state IN ('draft', 'in_review', 'staff_opinion', 'approved')
        OR (major IS NOT NULL AND minor IS NOT NULL AND published_at IS NOT NULL
            AND asked_from IS NOT NULL AND decision IS NOT NULL)),
    ADD CONSTRAINT version_opinion_given CHECK (state <> 'staff_opinion' OR opinion IS NOT NULL),
    ADD CONSTRAINT version_approval_given CHECK (state <> 'approved'
        OR (approved_by IS NOT NULL AND approval IS NOT NULL AND NOT approved_by = ANY (authors))),
    ADD CONSTRAINT version_sanctions_heard CHECK (state <> 'approved' OR NOT sanctions OR opinion IS NOT NULL);

-- At most one is on its way, whichever step it has reached.
DROP INDEX charter.version_draft;
CREATE UNIQUE INDEX version_open ON charter.version ((true))
    WHERE state IN ('draft', 'in_review', 'staff_opinion', 'approved');

COMMENT ON COLUMN charter.version.quiz IS 'As it is written on the page: ## question, + the right answer, - another, then why';
COMMENT ON COLUMN charter.version.authors IS 'Everybody who changed this text: none of them approves it';
COMMENT ON COLUMN charter.version.sanctions IS 'Whether it creates obligations with sanctions: then the staff representatives give their opinion first';
COMMENT ON COLUMN charter.version.approval IS 'The number of the decision that approved it';
COMMENT ON COLUMN charter.version.reminders IS 'Days from the end of the days of grace, below 0 before it';
