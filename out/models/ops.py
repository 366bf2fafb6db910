# Written by fluxc from schema/ops; do not edit.
"""What happened, and what is to be done: for those who run the system."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, JsonValue

from ._network import Inet
from ._values import UNSET, BigInt, Json, SmallInt, Text, Timestamptz


class JobState(StrEnum):
    """The enum ops.job_state."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class AuditEvent(BaseModel):
    """Who did what; rows are added and never changed."""

    TABLE: ClassVar = ("ops", "audit_events")
    COLUMNS: ClassVar = (
        "id",
        "at",
        "actor_id",
        "action",
        "object",
        "details",
        "address",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    at: datetime
    actor_id: int | None
    action: str
    object: str
    details: Annotated[JsonValue, Field(description="Before and after.")]
    address: Inet | None


class AuditEventInsert(BaseModel, extra="forbid"):
    """A new row of ops.audit_events."""

    at: Timestamptz = UNSET
    actor_id: BigInt | None = None
    action: Annotated[Text, Field(max_length=60)]
    object: Text
    details: Annotated[Json, Field(description="Before and after.")] = UNSET
    address: Inet | None = None


class AuditEventUpdate(BaseModel, extra="forbid"):
    """Changes to a row of ops.audit_events."""

    at: Timestamptz = UNSET
    actor_id: BigInt | None = UNSET
    action: Annotated[Text, Field(max_length=60)] = UNSET
    object: Text = UNSET
    details: Annotated[Json, Field(description="Before and after.")] = UNSET
    address: Inet | None = UNSET


class Job(BaseModel):
    """Work that waits for a worker."""

    TABLE: ClassVar = ("ops", "jobs")
    COLUMNS: ClassVar = (
        "id",
        "queue",
        "payload",
        "state",
        "run_at",
        "attempts",
        "error",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    queue: str
    payload: JsonValue
    state: JobState
    run_at: datetime
    attempts: int
    error: str | None
    created_at: datetime
    updated_at: datetime


class JobInsert(BaseModel, extra="forbid"):
    """A new row of ops.jobs."""

    queue: Annotated[Text, Field(max_length=40)] = "default"
    payload: Json
    state: JobState = JobState.QUEUED
    run_at: Timestamptz = UNSET
    attempts: Annotated[SmallInt, Field(ge=0, le=20)] = 0
    error: Text | None = None
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class JobUpdate(BaseModel, extra="forbid"):
    """Changes to a row of ops.jobs."""

    queue: Annotated[Text, Field(max_length=40)] = UNSET
    payload: Json = UNSET
    state: JobState = UNSET
    run_at: Timestamptz = UNSET
    attempts: Annotated[SmallInt, Field(ge=0, le=20)] = UNSET
    error: Text | None = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET
