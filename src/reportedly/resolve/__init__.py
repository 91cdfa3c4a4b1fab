"""Resolve: from readings to stories: who copies whom, who rests on whom, which events are one."""
