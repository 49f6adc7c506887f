"""Measured values as a record holds them: shares and means, of an arm at a moment."""

from imppulse.records.outcome import Measurement
from imppulse.records.vocabulary import Arm, Moment

ARMS = (Arm.INTERVENTION, Arm.COMPARISON)


def share(count, n, arm=Arm.INTERVENTION, moment=Moment.AFTER):
    return Measurement(arm=arm, moment=moment, n=n, count=count)


def mean(value, sd, n, arm=Arm.INTERVENTION, moment=Moment.AFTER):
    return Measurement(arm=arm, moment=moment, n=n, mean=value, sd=sd)
