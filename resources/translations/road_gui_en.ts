<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message numerus="yes">
            <source>Search: Numba, %n thread(s)</source>
            <translation>
                <numerusform>Search: Numba, %n thread</numerusform>
                <numerusform>Search: Numba, %n threads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message numerus="yes">
            <source>{done} of %n setting(s)</source>
            <translation>
                <numerusform>{done} of %n setting</numerusform>
                <numerusform>{done} of %n settings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) to measure</source>
            <translation>
                <numerusform>%n setting to measure</numerusform>
                <numerusform>%n settings to measure</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%n stopped</numerusform>
                <numerusform>%n stopped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConvertPage</name>
        <message numerus="yes">
            <source>Looking for sounds: %n found so far</source>
            <translation>
                <numerusform>Looking for sounds: %n found so far</numerusform>
                <numerusform>Looking for sounds: %n found so far</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExistingDialog</name>
        <message numerus="yes">
            <source>%n file(s) would be written where there is one already.</source>
            <translation>
                <numerusform>%n file would be written where there is one already.</numerusform>
                <numerusform>%n files would be written where there is one already.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FactsCard</name>
        <message numerus="yes">
            <source>%n sample(s)</source>
            <translation>
                <numerusform>%n sample</numerusform>
                <numerusform>%n samples</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PassesBar</name>
        <message numerus="yes">
            <source>%n pass(es)</source>
            <translation>
                <numerusform>%n pass</numerusform>
                <numerusform>%n passes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Player</name>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%n channel</numerusform>
                <numerusform>%n channels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s) late ({milliseconds} ms)</source>
            <translation>
                <numerusform>%n sample late ({milliseconds} ms)</numerusform>
                <numerusform>%n samples late ({milliseconds} ms)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s) early ({milliseconds} ms)</source>
            <translation>
                <numerusform>%n sample early ({milliseconds} ms)</numerusform>
                <numerusform>%n samples early ({milliseconds} ms)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueEditor</name>
        <message numerus="yes">
            <source>Removing %n file(s)</source>
            <translation>
                <numerusform>Removing %n file</numerusform>
                <numerusform>Removing %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Clearing %n file(s)</source>
            <translation>
                <numerusform>Clearing %n file</numerusform>
                <numerusform>Clearing %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moving %n file(s)</source>
            <translation>
                <numerusform>Moving %n file</numerusform>
                <numerusform>Moving %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueExchange</name>
        <message numerus="yes">
            <source>%n file(s) written to {path}</source>
            <translation>
                <numerusform>%n file written to {path}</numerusform>
                <numerusform>%n files written to {path}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RowSettingsDialog</name>
        <message numerus="yes">
            <source>Settings of %n file(s)</source>
            <translation>
                <numerusform>Settings of %n file</numerusform>
                <numerusform>Settings of %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SoundForm</name>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%n channel</numerusform>
                <numerusform>%n channels</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message numerus="yes">
            <source>%n file(s) in the queue</source>
            <translation>
                <numerusform>%n file in the queue</numerusform>
                <numerusform>%n files in the queue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translation>
                <numerusform>{done} of %n file</numerusform>
                <numerusform>{done} of %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) done</source>
            <translation>
                <numerusform>%n file done</numerusform>
                <numerusform>%n files done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n skipped</numerusform>
                <numerusform>%n skipped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%n stopped</numerusform>
                <numerusform>%n stopped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) added</source>
            <translation>
                <numerusform>%n file added</numerusform>
                <numerusform>%n files added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other file(s) left out</source>
            <translation>
                <numerusform>%n other file left out</numerusform>
                <numerusform>%n other files left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ROAD file(s) among the sounds left out</source>
            <translation>
                <numerusform>%n ROAD file among the sounds left out</numerusform>
                <numerusform>%n ROAD files among the sounds left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the queue already</source>
            <translation>
                <numerusform>%n in the queue already</numerusform>
                <numerusform>%n in the queue already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not there any more</source>
            <translation>
                <numerusform>%n not there any more</numerusform>
                <numerusform>%n not there any more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unfinished file(s) restored from the last time</source>
            <translation>
                <numerusform>%n unfinished file restored from the last time</numerusform>
                <numerusform>%n unfinished files restored from the last time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other file(s) copied</source>
            <translation>
                <numerusform>%n other file copied</numerusform>
                <numerusform>%n other files copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not copied</source>
            <translation>
                <numerusform>%n not copied</numerusform>
                <numerusform>%n not copied</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Units</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n byte</numerusform>
                <numerusform>%n bytes</numerusform>
            </translation>
        </message>
    </context>
</TS>
